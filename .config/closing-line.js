/** Ends what a run of the tests prints with one plain line for whoever counts them. */
module.exports = class ClosingLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, testResults }) {
    // A file that did not run, or that failed around its tests, has failed too, though none of its tests has.
    const fellOver = testResults.filter(
      ({ numFailingTests, failureMessage }) => numFailingTests === 0 && Boolean(failureMessage),
    ).length;
    const failed = numFailedTests + fellOver;
    const line = `tests: ${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`;
    // Jest's own summary comes after every other reporter; the line goes where it goes, so that the order is kept.
    process.once('exit', () => process.stderr.write(line));
  }
};
