/** Text in which every sentence begins on a line of its own: easier to take in, and easier to go through aloud. */
Component({
  properties: { text: { type: String, observer: 'onText' } },
  data: { lines: [''] },
  methods: {
    onText(text: string) {
      this.setData({ lines: text.match(/[^。？]+[。？]?[”）]*/g) ?? [] });
    },
  },
});
