import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { registerElements } from '../elements/register';
import { reportFault } from '../../between/faults';
import type { ComponentConfig, Manifest, Templates } from './manifest';
import { addComponentStyle, addPageStyle } from './styles';
import { withEveryElementsAttributes } from './template-attributes';
import { TouchContext } from './touch-context';

interface Definition {
  behaviors?: unknown[];
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
  [field: string]: unknown;
}

type Register = (definition: Definition) => unknown;
type Globals = Record<'Page' | 'Component' | 'Behavior', Register>;

/** Behaviours built into WeChat are named by strings; the adapter takes objects only. */
const namedBehaviors = (space: CodeSpace): Record<string, unknown> => ({
  'wx://form-field': space
    .behavior()
    .definition({ properties: { name: String, value: null } })
    .register(),
  'wx://form-field-group': space.behavior().register(),
  'wx://form-field-button': space.behavior().register(),
  'wx://component-export': space.behavior().register(),
});

/** The mini-program's code: its components, templates and styles, as glass-easel wants them. */
export class Code {
  readonly space: CodeSpace;
  readonly backend: AssociatedBackend;
  private readonly behaviors: Record<string, unknown>;
  private scopes = 0;

  constructor(
    private readonly manifest: Manifest,
    private readonly templates: Templates,
  ) {
    const env = new MiniProgramEnv();
    this.space = env.createCodeSpace('', true);
    this.writePlainIds();
    // Vant's button has properties named `dataset` and `id`; written to the node they would break it.
    this.components.updateComponentOptions({ writeFieldsToNode: false, useMethodCallerListeners: true });
    this.behaviors = namedBehaviors(this.space);
    this.fireReady();
    registerElements(this.components, templates);
    const context = new TouchContext();
    context.start();
    this.backend = env.associateBackend(context);
    addComponentStyle(manifest.styles['app'] ?? '', '');
    this.space.componentEnv('', ({ Behavior }) => {
      this.globals.Behavior = (definition) => Behavior(this.withBehaviors(definition) as object);
    });
  }

  private get components(): glassEasel.ComponentSpace {
    return this.space.getComponentSpace();
  }

  private get globals(): Globals {
    return globalThis as unknown as Globals;
  }

  /** Runs the script of a component or page, which defines it by calling `Component` or `Page`. */
  define(path: string, load: () => unknown): void {
    let defined = false;
    this.space.componentEnv(path, ({ Page, Component }) => {
      const registering =
        (register: Register): Register =>
        (definition) => {
          defined = true;
          this.configure(path, definition.options ?? {});
          return register(this.withBehaviors(definition));
        };
      this.globals.Page = registering(Page as unknown as Register);
      this.globals.Component = registering(Component);
      load();
    });
    if (!defined) reportFault(new Error(`${path} calls neither Component() nor Page()`));
  }

  private withBehaviors(definition: Definition): Definition {
    if (!definition.behaviors) return definition;
    const behaviors = definition.behaviors.map((behavior) => {
      if (typeof behavior !== 'string') return behavior;
      const named = this.behaviors[behavior];
      if (!named) throw new Error(`there is no built-in behaviour "${behavior}"`);
      return named;
    });
    return { ...definition, behaviors };
  }

  /** WeChat takes these options from the script as well as from the JSON file; the adapter only from the latter. */
  private configure(path: string, options: NonNullable<Definition['options']>): void {
    const isPage = this.manifest.pages.includes(path);
    const config: ComponentConfig = { component: !isPage, ...this.manifest.components[path] };
    const isolation =
      config.styleIsolation ??
      options.styleIsolation ??
      (options.addGlobalClass || config.addGlobalClass ? 'apply-shared' : isPage ? 'shared' : 'isolated');
    const scope = isolation === 'shared' || isolation === 'page-shared' ? '' : `c${(this.scopes++).toString(36)}`;
    const css = this.manifest.styles[path] ?? '';
    if (isPage) addPageStyle(path, css, scope);
    else addComponentStyle(css, scope);
    this.space.addStyleSheet(path, path, scope || undefined);
    this.space.addComponentStaticConfig(path, { ...config, styleIsolation: isolation } as object);
    const content = this.templates[path];
    if (!content) throw new Error(`${path} has no template`);
    this.space.addCompiledTemplate(path, {
      groupList: this.templates,
      content: withEveryElementsAttributes(content),
    } as unknown as glassEasel.template.ComponentTemplate);
  }

  /** Ids stand in the document as the template writes them, so that tests and `<label for>` find them. */
  private writePlainIds(): void {
    const space = this.space as unknown as {
      prepareComponentOptions: (path: string, options?: unknown) => [glassEasel.ComponentOptions, unknown];
    };
    const prepare = space.prepareComponentOptions.bind(this.space);
    space.prepareComponentOptions = (path, options) => {
      const [prepared, isolation] = prepare(path, options);
      return [{ ...prepared, idPrefixGenerator: null, writeIdToDOM: true }, isolation];
    };
  }

  /** glass-easel leaves the lifetime `ready` to its host: after the children's, once all are attached. */
  private fireReady(): void {
    let attached: glassEasel.GeneralComponent[] = [];
    const flush = (): void => {
      const inOrder = attached.reverse();
      attached = [];
      for (const component of inOrder) component.triggerLifetime('ready', []);
    };
    const behavior = this.components
      .define()
      .lifetime('attached', function (this: unknown) {
        if (!attached.length) queueMicrotask(flush);
        const caller = this as { _$?: glassEasel.GeneralComponent };
        attached.push(caller._$ ?? (this as glassEasel.GeneralComponent));
      })
      .registerBehavior();
    this.space.setOverallBehavior(behavior as glassEasel.GeneralBehavior);
  }
}
