import { relations } from '../../../copy/relations';
import { relations as known } from '../../../shared/contract/family';
import type { Relation } from '../../../shared/contract/family';

interface TileEvent {
  currentTarget: { dataset: { relation: Relation } };
}

/** What somebody is to the holder of the phone, one large button each. Emits `choose` with it. */
Component({
  data: { choices: known.map((relation) => ({ relation, ...relations[relation] })) },
  methods: {
    onTile(event: TileEvent) {
      this.triggerEvent('choose', { relation: event.currentTarget.dataset.relation });
    },
  },
});
