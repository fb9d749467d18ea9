import { nameScript } from '../../cloudfunctions/adapters/name-script/name-script';

const simplified = (name: string) => nameScript.simplified(name);

describe('the simplified form of a name (rule A6)', () => {
  it.each([
    ['王桂蘭', '王桂兰'],
    ['歐陽樂', '欧阳乐'],
    ['鍾國強', '钟国强'],
    ['葉錦華', '叶锦华'],
    ['範偉', '范伟'],
    ['買買提·吐爾遜', '买买提·吐尔逊'],
  ])('of %s is %s', async (traditional, expected) => {
    expect(await simplified(traditional)).toBe(expected);
  });

  it.each(['王桂英', '后羿', '姜文', '范伟', '买买提·吐尔逊', 'Anna Smith', '𠮷野', ''])(
    'of %s is the same',
    async (name) => {
      expect(await simplified(name)).toBe(name);
    },
  );

  it('keeps characters of the standard list that also are traditional forms: 李昇, 张乾, 於德水', async () => {
    for (const name of ['李昇', '张乾', '於德水', '吴陞', '魏徵']) expect(await simplified(name)).toBe(name);
    expect(await simplified('張乾')).toBe('张乾');
  });

  it('keeps a traditional form whose simplified one no register of the time could write', async () => {
    expect(await simplified('王鐄')).toBe('王鐄');
  });
});
