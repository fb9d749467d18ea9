/** Words on the controls themselves. */
export const controls = {
  show: '显示',
  hide: '隐藏',
  showLabel: '显示输入的内容',
  hideLabel: '隐藏输入的内容',
  clear: '清空',
  next: '下一步',
  again: '再试一次',
  home: '回首页',
  back: '返回',
  read: '读给我听',
  steps: (step: number, of: number) => `第 ${step} 步，共 ${of} 步`,
  tab: { home: '首页', account: '我的' },
};
