import { defineElement, type Element, type Life } from './element';

interface Picker {
  name: string;
  value: string | number | null;
  mode: string;
  range: unknown[] | null;
  rangeKey: string;
  start: string;
  end: string;
  disabled: boolean;
}

const NONE = { type: String, value: '' } as const;

const labelOf = (item: unknown, key: string): string =>
  String(key && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item);

const showList = (list: HTMLSelectElement, { range, rangeKey, value }: Picker): void => {
  list.replaceChildren(...(range ?? []).map((item, index) => new Option(labelOf(item, rangeKey), String(index))));
  list.selectedIndex = Number(value) || 0;
};

const showDate = (field: HTMLInputElement, { mode, value, start, end }: Picker): void => {
  field.type = mode;
  field.value = value === null ? '' : String(value);
  field.min = start;
  field.max = end;
};

const setupPicker = (element: Element<Picker>): Life => {
  const list = element.inner<HTMLSelectElement>('list');
  const date = element.inner<HTMLInputElement>('date');
  for (const field of [list, date])
    field.addEventListener('change', () => {
      element.set({ value: field.value });
      element.emit('change', { value: field.value });
    });
  return {
    changed() {
      const { data } = element;
      const isDate = data.mode === 'date' || data.mode === 'time';
      if (!isDate && data.mode !== 'selector') throw new Error(`the simulator has no <picker mode="${data.mode}">`);
      list.hidden = isDate;
      date.hidden = !isDate;
      list.disabled = date.disabled = data.disabled;
      if (isDate) showDate(date, data);
      else showList(list, data);
    },
    control: {
      name: () => element.data.name,
      value: () => element.data.value,
      reset: () => element.set({ value: null }),
    },
  };
};

const picker = defineElement<Picker>(
  'picker',
  {
    name: NONE,
    value: null,
    mode: { type: String, value: 'selector' },
    range: null,
    rangeKey: NONE,
    start: NONE,
    end: NONE,
    disabled: Boolean,
    fields: NONE,
    headerText: NONE,
  } as never,
  setupPicker,
);

interface PickerView {
  value: number[] | null;
  indicatorStyle: string;
}

/** Milliseconds without scrolling after which a column counts as resting. */
const REST = 120;

const columnsOf = (host: HTMLElement): HTMLElement[] => [...host.querySelectorAll<HTMLElement>('.wx-picker-column')];

const rowHeight = (column: HTMLElement): number => (column.firstElementChild as HTMLElement | null)?.offsetHeight || 1;

const pickerView = defineElement<PickerView>('picker-view', { value: null, indicatorStyle: NONE }, (element) => {
  let resting = 0;
  const report = (): void => {
    const value = columnsOf(element.host).map((column) => Math.round(column.scrollTop / rowHeight(column)));
    if (String(value) === String(element.data.value)) return;
    element.set({ value });
    element.emit('change', { value });
  };
  element.host.addEventListener(
    'scroll',
    () => {
      window.clearTimeout(resting);
      resting = window.setTimeout(report, REST);
    },
    { capture: true, passive: true },
  );
  return {
    changed: () =>
      requestAnimationFrame(() =>
        columnsOf(element.host).forEach((column, index) => {
          column.scrollTop = (element.data.value?.[index] ?? 0) * rowHeight(column);
        }),
      ),
    detached: () => window.clearTimeout(resting),
  };
});

const pickerViewColumn = defineElement('picker-view-column', {});

interface Slider {
  name: string;
  value: number;
  min: number;
  max: number;
  step: number;
  disabled: boolean;
}

const slider = defineElement<Slider>(
  'slider',
  {
    name: NONE,
    value: Number,
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    disabled: Boolean,
    showValue: Boolean,
    activeColor: NONE,
    backgroundColor: NONE,
    blockSize: Number,
    blockColor: NONE,
  } as never,
  (element) => {
    const range = element.inner<HTMLInputElement>('inner');
    range.type = 'range';
    range.addEventListener('input', () => element.emit('changing', { value: range.valueAsNumber }));
    range.addEventListener('change', () => {
      element.set({ value: range.valueAsNumber });
      element.emit('change', { value: range.valueAsNumber });
    });
    return {
      changed() {
        const { value, min, max, step, disabled } = element.data;
        Object.assign(range, { min: String(min), max: String(max), step: String(step), disabled });
        range.value = String(value);
      },
      control: {
        name: () => element.data.name,
        value: () => element.data.value,
        reset: () => element.set({ value: element.data.min }),
      },
    };
  },
);

export const pickerElements = [picker, pickerView, pickerViewColumn, slider];
