/** How large the packages of a built mini-program may be, and how large they are. */
const KB = 1024;

/** WeChat's limit is 2 MB a package; the main one is kept smaller, so that it opens quickly on a slow net. */
const MAIN_BUDGET = 340 * KB;
const PACKAGE_LIMIT = 2048 * KB;

/** Bytes of the main package (`''`) and of each subpackage, from the sizes of all files by their paths. */
const packageSizes = ({ subPackages = [] }, sizes) => {
  const totals = { '': 0, ...Object.fromEntries(subPackages.map(({ root }) => [root, 0])) };
  for (const [file, bytes] of Object.entries(sizes)) {
    const owner = subPackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? '';
    totals[owner] += bytes;
  }
  return totals;
};

/** Prints each size. @throws where one is over what it may be */
const holdSizes = (app, sizes, when) => {
  const totals = packageSizes(app, sizes);
  const over = Object.entries(totals).filter(([root, bytes]) => {
    const limit = root === '' ? MAIN_BUDGET : PACKAGE_LIMIT;
    console.log(`${root || 'main'} package, ${when}: ${Math.ceil(bytes / KB)} KB of ${limit / KB} KB`);
    return bytes > limit;
  });
  if (over.length > 0) throw new Error(`over its budget: ${over.map(([root]) => root || 'main').join(', ')} package`);
};

module.exports = { MAIN_BUDGET, PACKAGE_LIMIT, packageSizes, holdSizes };
