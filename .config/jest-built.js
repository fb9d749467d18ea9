/** Before tests that take something from `dist/`. */
module.exports = () => require('./built').buildWhereStale();
