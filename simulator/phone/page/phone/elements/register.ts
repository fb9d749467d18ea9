import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { missingElements } from '../../../element-templates';
import { reportFault } from '../../between/faults';
import type { Templates } from '../runtime/manifest';
import { withEveryElementsAttributes } from '../runtime/template-attributes';
import { buttonElements } from './buttons';
import { cameraElements } from './camera';
import { choiceElements } from './choices';
import { containerElements } from './containers';
import { setControl, type Element, type ElementDefinition, type Life } from './element';
import { inputElements } from './inputs';
import { mediaElements } from './media';
import { pickerElements } from './pickers';
import { scrollElements } from './scrolling';

const definitions: ElementDefinition[] = [
  ...containerElements,
  ...buttonElements,
  ...inputElements,
  ...choiceElements,
  ...pickerElements,
  ...scrollElements,
  ...mediaElements,
  ...cameraElements,
];

export const elementTags: readonly string[] = definitions.map(({ tag }) => tag);

const handleOf = (node: glassEasel.GeneralComponent): Element<never> => ({
  get data() {
    return node.data as never;
  },
  host: node.getBackendElement() as unknown as HTMLElement,
  node,
  set: (values) => node.setData(values),
  emit: (event, detail = {}) => node.triggerEvent(event, detail, {}),
  inner: <E extends HTMLElement>(id = 'inner') => {
    const found = node.getShadowRoot()?.getElementById(id)?.getBackendElement();
    if (!found) throw new Error(`<${node.is}> has no inner element "${id}"`);
    return found as unknown as E;
  },
});

const lives = new WeakMap<object, Life>();

const begin = (node: glassEasel.GeneralComponent, { setup }: ElementDefinition): void => {
  if (lives.has(node)) return;
  const element = handleOf(node);
  const life = setup(element);
  lives.set(node, life);
  if (life.control) setControl(element.host, life.control);
  life.changed?.();
};

/** Makes the built-in elements known to every template. */
export const registerElements = (space: glassEasel.ComponentSpace, templates: Templates): void => {
  for (const definition of definitions) {
    const content = templates[`wx/${definition.tag}`];
    if (!content) throw new Error(`<${definition.tag}> has no template`);
    const component = space.defineComponent({
      is: `wx/${definition.tag}`,
      properties: definition.properties,
      externalClasses: definition.externalClasses,
      options: { writeFieldsToNode: true, useMethodCallerListeners: false },
      observers: {
        '**'(this: glassEasel.GeneralComponent) {
          lives.get(this)?.changed?.();
        },
      },
      lifetimes: {
        attached(this: glassEasel.GeneralComponent) {
          begin(this, definition);
        },
        detached(this: glassEasel.GeneralComponent) {
          lives.get(this)?.detached?.();
        },
      },
      template: { groupList: templates, content: withEveryElementsAttributes(content) },
    });
    space.setGlobalUsingComponent(definition.tag, component as never);
  }
  for (const tag of missingElements) refuse(space, tag);
};

const refuse = (space: glassEasel.ComponentSpace, tag: string): void => {
  const component = space.defineComponent({
    is: `wx/${tag}`,
    lifetimes: {
      attached() {
        reportFault(new Error(`the simulator has no <${tag}>`));
      },
    },
  });
  space.setGlobalUsingComponent(tag, component as never);
};
