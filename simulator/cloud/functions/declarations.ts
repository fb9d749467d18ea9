import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

/** What an environment may name as the runtime of a function, as far as this simulator can stand in for it. */
export const runtimes = { 'Nodejs20.19': { nodeMajor: 20 } } as const;
type Runtime = keyof typeof runtimes;

const memorySizes = [128, 256, 512, 1024, 2048] as const;
const mostSeconds = 60;

const variableName = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/));
/** Seconds first and the year last: the platform's cron has seven fields. */
const cron = v.pipe(v.string(), v.regex(/^\S+( \S+){6}$/));

const declarationSchema = v.strictObject({
  runtime: v.picklist(Object.keys(runtimes) as Runtime[]),
  memorySize: v.picklist(memorySizes),
  timeout: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostSeconds)),
  /** The platform's own meaning: how many calls one instance serves at a time. */
  concurrency: v.literal(1),
  triggers: v.array(v.strictObject({ name: v.string(), type: v.literal('timer'), config: cron })),
  /** Without these the function does not start. */
  variables: v.array(variableName),
  optionalVariables: v.array(variableName),
});

export type Declaration = v.InferOutput<typeof declarationSchema>;

/** A function of a directory: what is built, and what is declared. */
export interface DeclaredFunction {
  name: string;
  entry: string;
  declaration: Declaration;
  /** The interfaces of WeChat that its `config.json` asks for. */
  openapi: readonly string[];
}

export const functionsFile = 'functions.json';
const validName = /^[A-Za-z][\w-]*$/;

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
}

function fault(name: string, given: unknown): string {
  const runtime = (given as { runtime?: unknown } | undefined)?.runtime;
  const known = Object.keys(runtimes).join(', ');
  if (given === undefined || runtime === undefined)
    return `The function ${name} names no runtime in ${functionsFile}: the platform would take an old one. Known: ${known}`;
  if (typeof runtime !== 'string' || !Object.hasOwn(runtimes, runtime))
    return `The function ${name} names a runtime that is not known: ${JSON.stringify(runtime)}. Known: ${known}`;
  const { issues = [] } = v.safeParse(declarationSchema, given);
  const places = issues.map(({ path: at, message }) => `${at?.map(({ key }) => String(key)).join('.')}: ${message}`);
  return `The function ${name} is not declared as it should be in ${functionsFile}: ${places.join('; ')}`;
}

/** Only an upload from DevTools sets these; the platform knows no other way, and grants nothing where the file is not. */
function openapiOf(directory: string, name: string): string[] {
  const file = path.join(directory, name, 'config.json');
  if (!existsSync(file)) return [];
  return v.parse(v.strictObject({ permissions: v.strictObject({ openapi: v.array(v.string()) }) }), readJson(file))
    .permissions.openapi;
}

const isBuilt = (directory: string, name: string): boolean => existsSync(path.join(directory, name, 'index.js'));

function namesIn(directory: string, declared: object): string[] {
  const built = readdirSync(directory).filter((name) => isBuilt(directory, name));
  const missing = Object.keys(declared).find((name) => !isBuilt(directory, name));
  if (missing !== undefined)
    throw new Error(`${functionsFile} declares ${missing}, and ${directory} has no ${missing}/index.js`);
  return built;
}

/**
 * The functions of a directory, each as `<name>/index.js`, declared in `functions.json` beside them.
 * @throws for a function that is not declared, or not as the platform has it, and for a declared one that is not built
 */
export function readDeclared(directory: string): DeclaredFunction[] {
  if (!existsSync(directory)) return [];
  const file = path.join(directory, functionsFile);
  const declared = (existsSync(file) ? readJson(file) : {}) as Record<string, unknown>;
  return namesIn(directory, declared).map((name) => {
    const given = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (!validName.test(name)) throw new Error(`${name} is not a name for a function`);
    const { success, output } = v.safeParse(declarationSchema, given);
    if (!success) throw new Error(fault(name, given));
    return {
      name,
      entry: path.join(directory, name, 'index.js'),
      declaration: output,
      openapi: openapiOf(directory, name),
    };
  });
}
