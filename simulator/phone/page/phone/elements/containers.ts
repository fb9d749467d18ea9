import { playAnimation, type Animation } from './animation';
import { defineElement } from './element';
import { showPressed } from './hover';

interface View {
  hoverClass: string;
  hoverStayTime: number;
  hoverStartTime: number;
  hoverStopPropagation: boolean;
  animation: Animation | null;
}

interface Text {
  userSelect: boolean;
  selectable: boolean;
  space: string;
  decode: boolean;
}

interface RichText {
  nodes: string | RichNode[] | null;
  space: string;
}

type RichNode =
  { type: 'text'; text: string } | { name: string; attrs?: Record<string, string>; children?: RichNode[] };

const NO_CLASS = { type: String, value: '' } as const;

const view = defineElement<View>(
  'view',
  {
    hoverClass: { type: String, value: 'none' },
    hoverStayTime: Number,
    hoverStartTime: Number,
    hoverStopPropagation: Boolean,
    animation: null,
  },
  (element) => {
    showPressed(element);
    let played: Animation | null = null;
    return {
      changed() {
        const { animation } = element.data;
        if (!animation || animation === played) return;
        played = animation;
        playAnimation(element.host, animation);
      },
    };
  },
);

const text = defineElement<Text>('text', {
  userSelect: Boolean,
  selectable: Boolean,
  space: NO_CLASS,
  decode: Boolean,
});

const toDom = (node: RichNode): Node => {
  if ('text' in node) return document.createTextNode(node.text);
  const element = document.createElement(node.name);
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value);
  element.append(...(node.children ?? []).map(toDom));
  return element;
};

/** Text in HTML, without scripts and listeners, which WeChat drops too. */
const parse = (html: string): Node[] => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('script,iframe,object,embed')) element.remove();
  for (const element of body.querySelectorAll('*'))
    for (const name of element.getAttributeNames()) if (name.startsWith('on')) element.removeAttribute(name);
  return [...body.childNodes];
};

const richText = defineElement<RichText>('rich-text', { nodes: null, space: NO_CLASS }, (element) => {
  const target = element.inner('inner');
  return {
    changed() {
      const { nodes } = element.data;
      target.replaceChildren(...(typeof nodes === 'string' ? parse(nodes) : (nodes ?? []).map(toDom)));
    },
  };
});

interface Progress {
  percent: number;
  activeColor: string;
  color: string;
  strokeWidth: number;
  showInfo: boolean;
}

const progress = defineElement<Progress>('progress', {
  percent: Number,
  activeColor: NO_CLASS,
  color: { type: String, value: '#09bb07' },
  strokeWidth: { type: Number, value: 6 },
  showInfo: Boolean,
});

interface Icon {
  type: string;
  size: number | string | null;
  color: string;
}

const icon = defineElement<Icon>('icon', { type: NO_CLASS, size: { type: null, value: 23 }, color: NO_CLASS });

interface PageMeta {
  pageStyle: string;
  rootFontSize: string;
}

/** Styles the page it stands in. */
const pageMeta = defineElement<PageMeta>('page-meta', { pageStyle: NO_CLASS, rootFontSize: NO_CLASS }, (element) => ({
  changed() {
    const page = element.host.closest<HTMLElement>('wx-page');
    page?.setAttribute('style', element.data.pageStyle);
    if (element.data.rootFontSize) document.documentElement.style.fontSize = element.data.rootFontSize;
  },
}));

const plain = ['block', 'cover-view', 'root-portal'].map((tag) => defineElement(tag, {}));

export const containerElements = [view, text, richText, progress, icon, pageMeta, ...plain];
