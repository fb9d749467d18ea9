/** What the build hands to the phone; mirrors `compile/mini-program.ts`. */
export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

export interface ComponentConfig extends WindowConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
}

export interface Manifest {
  app: {
    pages: string[];
    window?: WindowConfig;
    tabBar?: { custom?: boolean; color?: string; selectedColor?: string; backgroundColor?: string; list: TabItem[] };
  };
  /** Every page, those of subpackages included. */
  pages: string[];
  components: Record<string, ComponentConfig>;
  styles: Record<string, string>;
}

/** A compiled template: the function of the compiler, by the name of its component. */
export type Templates = Record<string, TemplateContent>;
export type TemplateContent = (name: string) => unknown;

export type Query = Record<string, string>;

export interface LaunchOptions {
  path: string;
  query: Query;
  /** How the mini-program was entered: 1001 list, 1007 card of a chat, 1011 plain link, 1047 mini-program code. */
  scene: number;
  referrerInfo: Record<string, never>;
}
