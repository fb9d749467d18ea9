import fs from 'node:fs';
import path from 'node:path';
import { makeScratch, type Scratch } from '../support/scratch';
import vm from 'node:vm';
import { environment as ofSimulator } from '../../miniprogram/environment';
import type { Environment } from '../../miniprogram/environment';

interface Builds {
  readEnvironment(args: readonly string[], project?: string): object;
  phoneEnvironment(environment: object): Environment;
  environmentScript(environment: object): string;
  withPlugins(app: object, environment: object): object;
  projectOf(project: object, environment: object): object;
}
const { readEnvironment, phoneEnvironment, environmentScript, withPlugins, projectOf } =
  jest.requireActual<Builds>('../../.config/environment.js');

const county = {
  environmentId: 'pucheng-3gk8x2',
  appId: 'wx0123456789abcdef',
  plainLinkPrefix: 'https://rs.example.gov.cn/pension/receipt?scene=',
  subscriptionTemplateIds: [],
};

const made: Scratch[] = [];
afterEach(() => made.splice(0).forEach((scratch) => scratch.remove()));

/** `npm run build -- --environment county` where that is what the operator has written. */
const buildFor = (written: object | undefined, args = ['build', '--environment', 'county']) => {
  const scratch = makeScratch('environment');
  made.push(scratch);
  const project = scratch.folder;
  const folder = path.join(project, 'deployment/environments');
  fs.mkdirSync(folder, { recursive: true });
  if (written) fs.writeFileSync(path.join(folder, 'county.json'), JSON.stringify(written));
  return readEnvironment(args, project);
};

const without = (field: keyof typeof county) =>
  Object.fromEntries(Object.entries(county).filter(([name]) => name !== field));

test('a build for upload takes the environment that it names', () => {
  expect(buildFor(county)).toEqual(county);
  expect(buildFor(county, ['build', '--environment=county'])).toEqual(county);
});

test.each([
  ['no file', undefined, 'There is no deployment/environments/county.json'],
  ['no environment id', without('environmentId'), "must have required property 'environmentId'"],
  ['the id of the simulator', { ...county, environmentId: 'local' }, '"environmentId" is "local", the simulator\'s'],
  ['no app id', without('appId'), "must have required property 'appId'"],
  ["DevTools' tourist app id", { ...county, appId: 'touristappid' }, '"appId" is nobody\'s'],
  ['a plain link in clear', { ...county, plainLinkPrefix: 'http://127.0.0.1:8080/?scene=' }, 'is not https'],
  ['a plain link that ends before the scene', { ...county, plainLinkPrefix: 'https://a.cn/r' }, '/plainLinkPrefix'],
  ['a field that nobody reads', { ...county, appSecret: 'x' }, 'must NOT have additional properties'],
  ['a template id that is none', { ...county, subscriptionTemplateIds: ['x'] }, '/subscriptionTemplateIds/0'],
])('a build for upload is refused with %s', (_, written, words) => {
  expect(() => buildFor(written)).toThrow(words);
});

test.each([
  ['the simulator', ['build', '--environment', 'local'], '"environmentId" is "local"'],
  ['a folder elsewhere', ['build', '--environment', '../county'], 'There is no deployment/environments/../county.json'],
  ['nothing', ['build', '--environment'], '--environment wants a name'],
])('a build for upload is refused where it names %s', (_, args, words) => {
  expect(() => readEnvironment(args)).toThrow(words);
});

test("without a name it is the simulator's build, and the sources say the same as its file", () => {
  expect(phoneEnvironment(readEnvironment(['build']))).toEqual(ofSimulator);
});

test('the script in the build says what the file says', () => {
  const built: { environment?: Environment } = {};
  vm.runInNewContext(environmentScript({ ...county, speechPluginVersion: '0.3.6' }), { exports: built });
  expect(built.environment).toEqual({
    id: 'pucheng-3gk8x2',
    plainLinkPrefix: 'https://rs.example.gov.cn/pension/receipt?scene=',
    subscriptionTemplateIds: [],
    hasSpeechPlugin: true,
  });
  expect(phoneEnvironment(without('plainLinkPrefix'))).toMatchObject({ plainLinkPrefix: '', hasSpeechPlugin: false });
});

test('the speech plugin is declared where it has been granted, and nowhere else', () => {
  const app = { pages: ['pages/home/index'] };
  expect(withPlugins(app, county)).toEqual(app);
  expect(withPlugins(app, { ...county, speechPluginVersion: '0.3.6' })).toEqual({
    ...app,
    plugins: { WechatSI: { version: '0.3.6', provider: 'wx069ba97219f66d99' } },
  });
});

describe('dist/ is the only folder that is opened, compiled and uploaded:', () => {
  const read = (file: string) =>
    JSON.parse(fs.readFileSync(path.resolve(__dirname, '../..', file), 'utf8')) as Record<string, unknown>;
  const project = read('project.config.json');

  test('whoever opens the top folder in DevTools meets the built one', () => {
    expect(project).toMatchObject({ miniprogramRoot: 'dist/miniprogram/', cloudfunctionRoot: 'dist/cloudfunctions/' });
  });

  test('DevTools compiles nothing a second time: the scripts are made for phones already', () => {
    expect(project['setting']).toMatchObject({ es6: false, enhance: false, packNpmManually: false });
    expect(project['setting']).not.toHaveProperty('useCompilerPlugins');
    expect(project['setting']).not.toHaveProperty('packNpmRelationList');
  });

  test('in dist/ the same settings stand beside the folders, with the app id of the environment', () => {
    expect(projectOf(project, county)).toEqual({
      ...project,
      appid: 'wx0123456789abcdef',
      miniprogramRoot: 'miniprogram/',
      cloudfunctionRoot: 'cloudfunctions/',
    });
  });
});
