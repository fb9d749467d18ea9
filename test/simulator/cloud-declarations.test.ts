import path from 'node:path';
import { readFileSync } from 'node:fs';
import declared from '../../deployment/functions.json';
import { ConfigurationError, readConfiguration } from '../../cloudfunctions/adapters/configuration';
import { startTestCloud } from '../support/local-cloud';

jest.setTimeout(30_000);

const functions = { one: 'exports.main = async (event, context) => ({ context, keys: Object.keys(process.env) });' };
const start = (declaration: object | undefined) => startTestCloud({ functions, declarations: { one: declaration } });

describe('functions.json is obeyed', () => {
  test.each<[string, object | undefined, string]>([
    ['no entry', undefined, 'The function one names no runtime in functions.json'],
    ['no runtime', { runtime: undefined }, 'The function one names no runtime in functions.json'],
    [
      'an old runtime',
      { runtime: 'Nodejs12.16' },
      'names a runtime that is not known: "Nodejs12.16". Known: Nodejs20.19',
    ],
    ['a runtime of an object’s own', { runtime: 'constructor' }, 'names a runtime that is not known: "constructor"'],
    ['a memory size that cannot be had', { memorySize: 300 }, 'memorySize'],
    ['more than a minute', { timeout: 61 }, 'timeout'],
    ['several calls in one instance', { concurrency: 2 }, 'concurrency'],
    ['a field that nobody knows', { memory: 256 }, 'memory'],
    [
      'a timer without seconds',
      { triggers: [{ name: 'tick', type: 'timer', config: '* * * * *' }] },
      'triggers.0.config',
    ],
    ['a variable that the simulator has no value for', { variables: ['NOBODY_KNOWS'] }, 'must have NOBODY_KNOWS'],
  ])('a function with %s is refused at the start', async (_what, declaration, words) => {
    await expect(start(declaration)).rejects.toThrow(words);
  });

  test('memory, time-out and variables are those that are declared', async () => {
    const cloud = await start({ memorySize: 512, timeout: 7, variables: ['HASH_KEY'], optionalVariables: [] });
    const { context, keys } = (await cloud.invoke('one', {})) as { context: object; keys: string[] };
    await cloud.close();
    expect(context).toMatchObject({ memory_limit_in_mb: 512, time_limit_in_ms: 7000 });
    expect(keys).toContain('HASH_KEY');
    for (const undeclared of ['FIELD_KEYS', 'SMS_GATEWAY_TOKEN', 'RECEIPT_LINK'])
      expect(keys).not.toContain(undeclared);
  });

  test('a function that is declared and not built is refused at the start', async () => {
    const directory = path.join(__dirname, '../../deployment');
    await expect(startTestCloud({ functionDirs: [directory] })).rejects.toThrow(
      `functions.json declares account, and ${directory} has no account/index.js`,
    );
  });
});

describe('our own functions', () => {
  const key = (bytes: number) => Buffer.alloc(bytes).toString('base64');
  const values: Record<string, string> = {
    FIELD_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key(48) } }),
    HASH_KEY: key(32),
    SMS_GATEWAY_URL: 'https://sms.example/send',
    SMS_GATEWAY_TOKEN: 'token',
    RECEIPT_LINK: 'https://receipt.example/?scene=',
    TRUST_EMBEDDED_ENGINE: 'false',
  };
  const of = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, values[name]]));

  test.each(Object.entries(declared))('%s names every variable that it must have, and none besides', (_name, one) => {
    expect(() => readConfiguration(of(one.variables))).not.toThrow();
    for (const left of one.variables) {
      const others = one.variables.filter((name) => name !== left);
      expect(() => readConfiguration(of(others))).toThrow(ConfigurationError);
    }
    for (const name of [...one.variables, ...one.optionalVariables]) expect(values).toHaveProperty(name);
  });

  test('have the memory and the time that the operator’s handbook says', () => {
    expect(declared.account).toMatchObject({ runtime: 'Nodejs20.19', memorySize: 256, timeout: 10 });
    expect(declared.certification).toMatchObject({ runtime: 'Nodejs20.19', memorySize: 512, timeout: 20 });
  });

  test('ask for WeChat’s interfaces in config.json, and for nothing else there', () => {
    const text = readFileSync(path.join(__dirname, '../../cloudfunctions/account/config.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({ permissions: { openapi: ['phonenumber.getPhoneNumber'] } });
  });
});
