import { assetUrl } from '../asset-url';
import { guarded } from '../../between/faults';
import type { Manifest, TabItem } from './manifest';
import type { PageStack } from './page-stack';
import { part } from './screen';

const iconOf = (item: TabItem, selected: boolean): HTMLElement[] => {
  const path = selected ? (item.selectedIconPath ?? item.iconPath) : item.iconPath;
  if (!path) return [];
  const icon = document.createElement('img');
  icon.src = assetUrl(path.startsWith('/') ? path : `/${path}`, '');
  icon.alt = '';
  return [icon];
};

/** The phone's own tab bar, for a mini-program that does not draw one itself. */
export class TabBar {
  private readonly list: TabItem[];
  private readonly colors: { plain: string; selected: string };
  private wanted = true;

  constructor(
    manifest: Manifest,
    private readonly stack: PageStack,
  ) {
    const { tabBar } = manifest.app;
    this.list = tabBar && !tabBar.custom ? tabBar.list : [];
    this.colors = { plain: tabBar?.color ?? '#7a7e83', selected: tabBar?.selectedColor ?? '#3cc51f' };
    part('tabs').style.background = tabBar?.backgroundColor ?? '#ffffff';
  }

  setVisible(visible: boolean): void {
    this.wanted = visible;
    this.show();
  }

  show(): void {
    const path = this.stack.top?.path ?? '';
    const bar = part('tabs');
    bar.hidden = !this.wanted || !this.list.some((item) => item.pagePath === path);
    bar.replaceChildren(...this.list.map((item, index) => this.button(item, index, item.pagePath === path)));
  }

  private button(item: TabItem, index: number, selected: boolean): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.style.color = selected ? this.colors.selected : this.colors.plain;
    if (selected) button.setAttribute('aria-current', 'page');
    button.append(...iconOf(item, selected), item.text);
    button.addEventListener('click', () => {
      const page = guarded(() => this.stack.switchTab({ path: item.pagePath, query: {} }));
      guarded(() => page?.caller.onTabItemTap?.({ index, pagePath: item.pagePath, text: item.text }));
    });
    return button;
  }
}
