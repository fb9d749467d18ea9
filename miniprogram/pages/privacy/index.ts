import { controls } from '../../copy/controls';
import { privacy } from '../../copy/privacy';
import { goBack } from '../../services/navigation';

Component({
  data: { copy: privacy, controls },
  methods: {
    onBack: () => goBack(),
  },
});
