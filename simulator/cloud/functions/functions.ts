import { CloudError } from '../errors';
import { readDeclared, runtimes, type Declaration, type DeclaredFunction } from './declarations';
import { FunctionPool, type FunctionHost, type Invocation, type Outcome } from './pool';

interface Known {
  declaration: Declaration;
  pool: FunctionPool;
}

function assertServed({ name, declaration }: DeclaredFunction, { variables, log }: FunctionHost): void {
  const missing = declaration.variables.filter((variable) => !Object.hasOwn(variables, variable));
  if (missing.length > 0)
    throw new Error(`The function ${name} must have ${missing.join(', ')}, and the simulator has no value for it`);
  const { nodeMajor } = runtimes[declaration.runtime];
  if (Number.parseInt(process.versions.node) !== nodeMajor)
    log(`[${name}] is declared for ${declaration.runtime} and runs on Node ${process.versions.node} here`);
}

/** The functions of some directories, as `functions.json` declares them there. The first directory that has a name wins. */
export class Functions {
  readonly #known = new Map<string, Known>();

  /** @throws for what is not declared, or not as the platform has it */
  constructor(directories: readonly string[], host: FunctionHost) {
    for (const found of directories.flatMap(readDeclared)) {
      const { name, entry, openapi, declaration } = found;
      if (this.#known.has(name)) continue;
      assertServed(found, host);
      const pool = new FunctionPool({ name, entry, openapi, settings: declaration }, host);
      this.#known.set(name, { declaration, pool });
    }
  }

  has(name: string): boolean {
    return this.#known.has(name);
  }

  /** The function that declares a timer of this name. */
  timedBy(trigger: string): string | undefined {
    const timed = [...this.#known].find(([, { declaration }]) =>
      declaration.triggers.some(({ name }) => name === trigger),
    );
    return timed?.[0];
  }

  async invoke(name: string, invocation: Invocation): Promise<Outcome> {
    const known = this.#known.get(name);
    if (known === undefined) {
      throw new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.', 404);
    }
    return known.pool.invoke(invocation);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#known.values()].map(({ pool }) => pool.close()));
  }
}
