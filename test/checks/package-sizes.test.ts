interface Sizes {
  MAIN_BUDGET: number;
  packageSizes(app: object, sizes: Record<string, number>): Record<string, number>;
  holdSizes(app: object, sizes: Record<string, number>, when: string): void;
}
const { MAIN_BUDGET, packageSizes, holdSizes } = jest.requireActual<Sizes>('../../.config/package-sizes.js');

const app = { subPackages: [{ root: 'certification' }, { root: 'family' }] };

beforeEach(() => jest.spyOn(console, 'log').mockImplementation());
afterEach(() => jest.restoreAllMocks());

test('the main package may have 340 KB', () => {
  expect(MAIN_BUDGET).toBe(340 * 1024);
  expect(() => holdSizes(app, { 'app.js': 348_160 }, 'as built')).not.toThrow();
  expect(() => holdSizes(app, { 'app.js': 348_160, 'a.js': 1 }, 'as built')).toThrow('over its budget: main package');
});

test("a subpackage may have WeChat's 2 MB", () => {
  expect(() => holdSizes(app, { 'family/a.js': 2_097_152 }, 'as built')).not.toThrow();
  expect(() => holdSizes(app, { 'family/a.js': 2_097_153 }, 'as built')).toThrow('over its budget: family package');
});

test('each file counts for the package whose folder it lies in', () => {
  const sizes = {
    'app.js': 1,
    'family/pages/a.js': 2,
    'family-tree.js': 4,
    'pages/family/a.js': 8,
    'certification/b.js': 16,
  };
  expect(packageSizes(app, sizes)).toEqual({ '': 13, family: 2, certification: 16 });
});
