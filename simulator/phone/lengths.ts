/**
 * Lengths of a mini-program page that a browser measures differently: `rpx` is a 750th of the phone's width, and the
 * viewport of a page (`vh`, safe area) is what lies below the navigation bar. The page sets the variables.
 */
export const toBrowserLengths = (css: string): string =>
  css
    .replace(/(-?\d*\.?\d+)rpx\b/g, 'calc($1 * var(--rpx))')
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc($1 * var(--page-vh))')
    .replace(
      /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)/g,
      'var(--safe-area-$1, 0px)',
    );

/** Stands in compiled styles for the class prefix of a component, which is known only when its script has run. */
export const PREFIX_MARK = '__prefix__';
/** Stands for the scope name in `:host`. */
export const HOST_MARK = '__host__';
