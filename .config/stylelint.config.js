/** Styles of the mini-program: what WeChat's own compiler refuses is refused here first, by name and line. */
module.exports = {
  extends: ['stylelint-config-standard'],
  overrides: [{ files: ['**/*.wxss'], rules: {} }],
  rules: {
    'at-rule-disallowed-list': ['layer', 'scope'],
    'selector-pseudo-class-disallowed-list': ['is', 'where', 'has'],
    'selector-type-no-unknown': [
      true,
      { ignore: ['custom-elements'], ignoreTypes: ['page', 'view', 'text', 'image', 'button', 'scroll-view'] },
    ],
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    'max-nesting-depth': 0,
    'no-descending-specificity': null,
    'declaration-property-value-no-unknown': null,
    'import-notation': 'string',
  },
};
