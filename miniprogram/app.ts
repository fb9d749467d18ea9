import { startCloud } from './services/cloud';
import { restartAt } from './services/navigation';
import { isWechatTooOld } from './services/wechat-version';
import { ownEligibility } from './stores/eligibility';
import { session } from './stores/session';
import { textSize } from './stores/text-size';

App({
  onLaunch() {
    if (isWechatTooOld()) {
      void restartAt('update-wechat');
      return;
    }
    startCloud();
    textSize.refresh();
    void session.refresh();
  },
  /** Also when the app comes back from behind, by a scan perhaps. */
  onShow({ query }) {
    ownEligibility.outdate();
    session.arrive(query);
  },
});
