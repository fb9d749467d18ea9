/** The shape of every JSON file that a machine reads and a person writes. Unknown fields are mistakes. */
const object = (properties, required = []) => ({ type: 'object', properties, required, additionalProperties: false });
const listOf = (items) => ({ type: 'array', items, uniqueItems: true });
const string = { type: 'string', minLength: 1 };
const boolean = { type: 'boolean' };
const integer = (minimum, maximum) => ({ type: 'integer', minimum, maximum });
const colour = { type: 'string', pattern: '^#[0-9a-f]{6}$' };
const componentPath = { type: 'string', pattern: '^(/|\\.{1,2}/|@vant/weapp/)' };
const usingComponents = { type: 'object', additionalProperties: componentPath };
const styleIsolation = {
  enum: ['isolated', 'apply-shared', 'shared', 'page-isolated', 'page-apply-shared', 'page-shared'],
};
const textStyle = { enum: ['black', 'white'] };
const window = {
  navigationBarTitleText: string,
  navigationBarBackgroundColor: colour,
  navigationBarTextStyle: textStyle,
  backgroundColor: colour,
  backgroundTextStyle: { enum: ['dark', 'light'] },
  enablePullDownRefresh: boolean,
  disableScroll: boolean,
};
const pagePath = { type: 'string', pattern: '^pages/[a-z-]+/index$' };
/** Packages that are fetched after the first opening; each holds the pages of one task. */
const packageRoot = { enum: ['certification', 'family'] };
const packagePagePath = { type: 'string', pattern: '^[a-z-]+/index$' };

const app = object(
  {
    pages: listOf(pagePath),
    subPackages: listOf(
      object({ root: packageRoot, pages: { ...listOf(packagePagePath), minItems: 1 } }, ['root', 'pages']),
    ),
    preloadRule: {
      type: 'object',
      propertyNames: pagePath,
      additionalProperties: object({ network: { enum: ['all', 'wifi'] }, packages: listOf(packageRoot) }, ['packages']),
    },
    window: object(window),
    tabBar: object(
      {
        custom: boolean,
        color: colour,
        selectedColor: colour,
        backgroundColor: colour,
        borderStyle: textStyle,
        list: { ...listOf(object({ pagePath: string, text: string }, ['pagePath', 'text'])), minItems: 2, maxItems: 5 },
      },
      ['list', 'color', 'selectedColor', 'backgroundColor'],
    ),
    usingComponents,
    permission: { type: 'object' },
    requiredPrivateInfos: listOf(string),
    lazyCodeLoading: { const: 'requiredComponents' },
    sitemapLocation: string,
    style: { const: 'v2' },
    cloud: boolean,
    __usePrivacyCheck__: boolean,
  },
  ['pages', 'window', 'sitemapLocation', 'lazyCodeLoading'],
);

const page = object({ ...window, component: boolean, usingComponents, styleIsolation });
const component = object({ component: { const: true }, usingComponents, styleIsolation }, ['component']);

/** Only an upload from DevTools sets these permissions; all else stands in `deployment/functions.json`. */
const permissions = object({ permissions: object({ openapi: listOf(string) }, ['openapi']) }, ['permissions']);

const listOfVariables = listOf({ type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' });
/** The platform's cron has seven fields, seconds first. */
const timer = object(
  {
    name: { type: 'string', pattern: '^[a-z][a-z-]*$' },
    type: { const: 'timer' },
    config: { type: 'string', pattern: '^\\S+( \\S+){6}$' },
  },
  ['name', 'type', 'config'],
);
const declaredFunction = {
  runtime: { enum: ['Nodejs20.19'] },
  memorySize: { enum: [128, 256, 512, 1024, 2048] },
  timeout: integer(1, 60),
  concurrency: { const: 1 },
  triggers: listOf(timer),
  variables: listOfVariables,
  optionalVariables: listOfVariables,
};
const functions = {
  type: 'object',
  propertyNames: { pattern: '^[a-z][a-z-]*$' },
  additionalProperties: object(declaredFunction, Object.keys(declaredFunction)),
};

const field = { type: 'array', items: [string, { enum: ['asc', 'desc'] }], minItems: 2, maxItems: 2 };
const index = object({ name: string, unique: boolean, fields: { type: 'array', items: field, minItems: 1 } }, [
  'name',
  'fields',
]);
const collections = {
  type: 'object',
  additionalProperties: object({ sealed: listOf(string), indexes: { type: 'array', items: index, maxItems: 20 } }, [
    'sealed',
    'indexes',
  ]),
};

/** Public settings of a cloud environment; a secret has no field here. */
const environmentSchema = object(
  {
    environmentId: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{2,63}$' },
    appId: { type: 'string', pattern: '^(wx[0-9a-f]{16}|touristappid)$' },
    plainLinkPrefix: { type: 'string', pattern: '^(https://|http://127\\.0\\.0\\.1[:/])[\\x21-\\x7e]{1,500}=$' },
    subscriptionTemplateIds: listOf({ type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' }),
    speechPluginVersion: { type: 'string', pattern: '^\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$' },
  },
  ['environmentId', 'appId', 'subscriptionTemplateIds'],
);

const kinds = [
  { pattern: 'miniprogram/app.json', schema: app },
  { pattern: 'miniprogram/{pages,certification,family}/*/*.json', schema: page },
  { pattern: 'miniprogram/{{,certification/,family/}components/*,custom-tab-bar}/*.json', schema: component },
  { pattern: 'cloudfunctions/*/config.json', schema: permissions },
  { pattern: 'deployment/functions.json', schema: functions },
  { pattern: 'cloudfunctions/database/collections.json', schema: collections },
  { pattern: 'deployment/environments/*.json', schema: environmentSchema },
];

module.exports = { kinds, environmentSchema };
