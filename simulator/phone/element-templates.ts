/**
 * The inner templates of WeChat's built-in elements, compiled together with those of the mini-program.
 * A tag that begins with `h5-` becomes the HTML element of that name; `page/phone/elements` gives them life.
 */
const PLAIN = '<slot/>';

export const elementTemplates: Readonly<Record<string, string>> = {
  block: PLAIN,
  button: PLAIN,
  camera: '<h5-div id="inner" class="wx-camera"/><slot/>',
  canvas: '<h5-canvas id="inner"/>',
  checkbox:
    "<h5-span class=\"wx-tick {{checked ? 'on' : ''}}\" style=\"{{checked && color ? 'color:' + color : ''}}\"/><slot/>",
  'checkbox-group': PLAIN,
  'cover-image': '<h5-img src="{{src}}"/>',
  'cover-view': PLAIN,
  form: PLAIN,
  icon: '<h5-span class="wx-icon {{type}}" style="font-size:{{size}}px;color:{{color}}"/>',
  image: '<h5-img id="inner" class="wx-img {{mode}}"/>',
  input:
    '<h5-div class="wx-placeholder placeholder-class" style="{{placeholderStyle}}" aria-hidden="true">{{placeholder}}</h5-div><h5-input id="inner" class="wx-native"/>',
  label: PLAIN,
  navigator: PLAIN,
  'page-meta': PLAIN,
  picker: '<slot/><h5-select id="list" class="wx-picker-native"/><h5-input id="date" class="wx-picker-native"/>',
  'picker-view':
    '<h5-div class="wx-picker-columns"><slot/></h5-div><h5-div class="wx-picker-mark" style="{{indicatorStyle}}"/>',
  'picker-view-column': '<h5-div id="inner" class="wx-picker-column"><slot/></h5-div>',
  progress:
    '<h5-div class="wx-bar"><h5-div style="width:{{percent}}%;height:{{strokeWidth}}px;background:{{activeColor || color}}"/></h5-div><h5-span wx:if="{{showInfo}}">{{percent}}%</h5-span>',
  radio:
    "<h5-span class=\"wx-tick radio {{checked ? 'on' : ''}}\" style=\"{{checked && color ? 'color:' + color : ''}}\"/><slot/>",
  'radio-group': PLAIN,
  'rich-text': '<h5-div id="inner"/>',
  'root-portal': PLAIN,
  'scroll-view': PLAIN,
  slider: '<h5-input id="inner" class="wx-range"/>',
  swiper: '<h5-div id="inner" class="wx-swiper-track"><slot/></h5-div>',
  'swiper-item': PLAIN,
  switch:
    "<h5-span class=\"wx-switch {{checked ? 'on' : ''}}\" style=\"{{checked && color ? 'background:' + color : ''}}\"/>",
  text: PLAIN,
  textarea:
    '<h5-div class="wx-placeholder placeholder-class" style="{{placeholderStyle}}" aria-hidden="true">{{placeholder}}</h5-div><h5-textarea id="inner" class="wx-native"/>',
  view: PLAIN,
};

/** Elements of WeChat that the simulator does not have; using one fails with its name. */
export const missingElements: readonly string[] = [
  'ad',
  'audio',
  'editor',
  'functional-page-navigator',
  'grid-view',
  'list-view',
  'live-player',
  'live-pusher',
  'map',
  'match-media',
  'movable-area',
  'movable-view',
  'official-account',
  'open-data',
  'page-container',
  'share-element',
  'sticky-header',
  'sticky-section',
  'video',
  'voip-room',
  'web-view',
];
