/** The order of test files: those with a browser or engines first, so that the quick ones fill the end on both cores. */
const { default: Sequencer } = require('@jest/test-sequencer');

const ORDER = ['browser', 'parts', 'components', 'rules'];
const rank = ({ context }) => ORDER.indexOf(context.config.displayName.name);

module.exports = class SlowFirst extends Sequencer {
  /** Within a project jest's own order: what failed before, then by the time that it took. */
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
