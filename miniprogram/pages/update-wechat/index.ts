import { updateWechatWords } from '../../copy/update-wechat';
import { canUpdateWechat, updateWechat } from '../../services/wechat-version';

/** Plain, without our components and stores: they need what the WeChat that leads here does not have. */
Component({
  data: { copy: updateWechatWords, canUpdate: false },
  lifetimes: {
    attached() {
      this.setData({ canUpdate: canUpdateWechat() });
    },
  },
  methods: {
    onUpdate: () => updateWechat(),
  },
});
