import fs from 'node:fs';
import path from 'node:path';
import { buildPhone, checkTemplates, formatDiagnostic } from '../../simulator/phone/build';
import { adaptWxs } from '../../simulator/phone/compile/wxs';
import { toBrowserLengths } from '../../simulator/phone/lengths';
import { changedDemo, demoFile } from '../support/phone';
import { makeScratch, type Scratch } from '../support/scratch';

const project = path.resolve(__dirname, '../..');
const made: Scratch[] = [];

afterAll(() => made.forEach((scratch) => scratch.remove()));

/** The faults of the demo with these files changed, as `file:line:column message` within the demo. */
const faultsOf = async (changes: Record<string, string | null>): Promise<string[]> => {
  const [demo, target] = [changedDemo(changes), makeScratch('phone-out')];
  made.push(demo, target);
  const [root, out] = [demo.folder, target.folder];
  const { diagnostics } = await buildPhone({ root, out, project });
  expect(fs.readdirSync(out)).toEqual([]);
  return diagnostics.map((fault) =>
    formatDiagnostic({ ...fault, file: path.relative(root, path.resolve(project, fault.file)) }),
  );
};

const page = 'pages/mine/index';

test('the demo has no fault, and its pages and components are all compiled', () => {
  expect(checkTemplates({ root: 'test/fixtures/demo-app', project })).toEqual([]);
});

describe('a fault of the mini-program stops the build with file, line and column:', () => {
  test('an unclosed tag, which the compiler only warns of', async () => {
    expect(await faultsOf({ [`${page}.wxml`]: '<view>\n  <text></view>\n</view>' })).toContain(
      `${page}.wxml:2:4 missing end tag`,
    );
  });

  test('a broken expression', async () => {
    expect(await faultsOf({ [`${page}.wxml`]: '<view\n  id="{{ a + }}"/>' })).toEqual([
      `${page}.wxml:2:14 unexpected character inside expression`,
    ]);
  });

  test('a fault behind Chinese text, counted in characters', async () => {
    expect(await faultsOf({ [`${page}.wxml`]: '<view>我的</view><view id="{{ a + }}"/>' })).toEqual([
      `${page}.wxml:1:33 unexpected character inside expression`,
    ]);
  });

  test('an element that nobody knows', async () => {
    expect(await faultsOf({ [`${page}.wxml`]: '<view>\n  <van-feild/>\n</view>' })).toEqual([
      `${page}.wxml:2:3 <van-feild> is neither built in nor in "usingComponents"`,
    ]);
  });

  test('an imported template that does not exist', async () => {
    expect(await faultsOf({ [`${page}.wxml`]: '\n<import src="./gone.wxml"/>' })).toEqual([
      `${page}.wxml:2:16 pages/mine/gone.wxml does not exist`,
    ]);
  });

  test('a script in a template', async () => {
    expect(await faultsOf({ [`${page}.wxml`]: '<view/>\n<wxs module="m">\nvar a = ;\n</wxs>' })).toEqual([
      `${page}.wxml:3:9 Unexpected ";"`,
    ]);
  });

  test('a WXS file', async () => {
    expect(await faultsOf({ 'pages/home/money.wxs': 'var a = 1;\nvar b = (;\n' })).toContain(
      'pages/home/money.wxs:2:10 Unexpected ";"',
    );
  });

  test('a style that is no style', async () => {
    expect(await faultsOf({ [`${page}.wxss`]: '.a {\n  color red;\n}' })).toEqual([
      `${page}.wxss:2:3 Unknown word color`,
    ]);
  });

  test('a nested rule, a local picture and a lost import in a style', async () => {
    const style = '@import "./gone.wxss";\n.a {\n  background: url("/images/dot.svg");\n  .b { color: red; }\n}';
    expect(await faultsOf({ [`${page}.wxss`]: style })).toEqual([
      `${page}.wxss:1:1 @import "./gone.wxss": no such file`,
      `${page}.wxss:3:3 WXSS cannot load a local file (/images/dot.svg); use <image> or a data: URL`,
      `${page}.wxss:4:3 WXSS knows no nested rules`,
    ]);
  });

  test('a style imported into another is reported in its own file', async () => {
    expect(await faultsOf({ 'styles/colors.wxss': '.red {\n  color: red' })).toEqual([
      'styles/colors.wxss:1:1 Unclosed block',
    ]);
  });

  test('a component that selects by tag', async () => {
    expect(await faultsOf({ 'components/card/index.wxss': '.card {}\nview {}' })).toEqual([
      'components/card/index.wxss:2:1 a component may not select by tag: view',
    ]);
  });

  test('JSON with a comma too many', async () => {
    expect(await faultsOf({ [`${page}.json`]: '{\n  "navigationBarTitleText": "我的",\n}' })).toEqual([
      `${page}.json:2:33 JSON does not support trailing commas`,
    ]);
  });

  test('a component that does not exist, where it is named', async () => {
    const json = '{\n  "usingComponents": {\n    "my-card": "../../components/kard/index"\n  }\n}';
    expect(await faultsOf({ [`${page}.json`]: json })).toEqual([
      `${page}.json:3:16 components/kard/index.ts, .wxml, .json does not exist`,
    ]);
  });

  test('a page without a template, where it is named', async () => {
    expect(await faultsOf({ [`${page}.wxml`]: null })).toEqual([`app.json:4:5 ${page}.wxml does not exist`]);
  });

  test('a tab that is no page', async () => {
    const app = demoFile('app.json').replace('{ "pagePath": "pages/mine/index"', '{ "pagePath": "pages/none/index"');
    expect(await faultsOf({ 'app.json': app })).toEqual(['app.json:18:21 pages/none/index is not in "pages"']);
  });

  test('a component that does not say it is one', async () => {
    expect(await faultsOf({ 'components/card/index.json': '{}' })).toEqual([
      'components/card/index.json:1:1 "component": true is missing',
    ]);
  });

  test('a script that does not parse', async () => {
    expect(await faultsOf({ [`${page}.ts`]: 'Component({\n  data: {,}\n});' })).toEqual([
      `${page}.ts:2:10 Expected identifier but found ","`,
    ]);
  });

  test('a script that imports what is not there', async () => {
    expect(await faultsOf({ [`${page}.ts`]: "import '../../gone';\nComponent({});" })).toEqual([
      `${page}.ts:1:8 Could not resolve "../../gone"`,
    ]);
  });

  test('several faults at once, in the order of their places', async () => {
    const faults = await faultsOf({ [`${page}.wxml`]: '<a/>\n<b/>', [`${page}.wxss`]: '.a {' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      `${page}.wxml:1:1`,
      `${page}.wxml:2:1`,
      `${page}.wxss:1:1`,
    ]);
  });
});

describe('WXS is turned into JavaScript', () => {
  test('the constructor of a value is the name of its type', () => {
    expect(adaptWxs("if (value.constructor === 'Array') {}")).toBe("if (__wxsConstructor(value) === 'Array') {}");
  });

  test('a pattern keeps its backslash, and an escaped one is left alone', () => {
    expect(adaptWxs(String.raw`getRegExp('\d+', 'g')`)).toBe(String.raw`getRegExp('\\d+', 'g')`);
    expect(adaptWxs(String.raw`getRegExp('\\d+')`)).toBe(String.raw`getRegExp('\\d+')`);
  });
});

describe('lengths of a phone are turned into those of a browser', () => {
  test.each([
    ['750rpx', 'calc(750 * var(--rpx))'],
    ['-1.5rpx 0', 'calc(-1.5 * var(--rpx)) 0'],
    ['calc(100vh - 20rpx)', 'calc(calc(100 * var(--page-vh)) - calc(20 * var(--rpx)))'],
    ['env(safe-area-inset-bottom)', 'var(--safe-area-bottom, 0px)'],
    ['16px', '16px'],
  ])('%s', (written, expected) => {
    expect(toBrowserLengths(written)).toBe(expected);
  });
});
