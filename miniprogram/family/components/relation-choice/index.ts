import { relations } from '../../../copy/relations';
import { relations as known } from '../../../shared/certification';
import type { Relation } from '../../../shared/certification';

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
