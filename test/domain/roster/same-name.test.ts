import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formsOf, simplifiedName } from '../../../cloudfunctions/core/domain/roster/han-forms';
import { sameName } from '../../../cloudfunctions/core/domain/roster/same-name';

const pairs = (text: string) => text.split(' ').map((pair) => Array.from(pair) as [string, string]);

describe('A5: one name in two forms is one name', () => {
  test.each(
    pairs(
      // traditional and simplified, rare ones too
      '鉅钜 鉅巨 訢䜣 讌䜩 磾䃅 鋐𬭎 顗𫖮 頔𬱖 龑䶮 鍾锺 鍾钟 赟贇 頫𫖯 劉刘 國国 葉叶 錦锦 範范 ' +
        // registers and keyboards of before the state’s list had one form for both
        '锺钟 麴麹 麴曲 麹曲 昇升 於于 甯宁 徵征 ' +
        // variants
        '淩凌 濛蒙 崑昆 峯峰 汎泛 旂旗 羣群 濬浚 珮佩 眞真 淸清 靑青 囯国 寳宝 衞卫 説说 戸户 呉吴 髙高 﨑崎 ' +
        // the forms of Hong Kong, Taiwan and Japan
        '啓啟 啟启 徳德 恵惠 広广 斎斋 沢泽 栄荣 竜龙 黒黑 ' +
        // two that registers wrote as one
        '發髮 鐘鍾',
    ),
  )('%s and %s, whichever of them the roster has', (one, other) => {
    expect(sameName(`刘${one}`, `刘${other}`)).toBe(true);
    expect(sameName(`劉${other}`, `刘${one}`)).toBe(true);
  });

  test.each([
    ['YANG, ZHENJIAN', 'Yang Zhenjian'],
    ['YANG, ZHENJIAN', 'YANG,ZHENJIAN'],
    ['YANG, ZHENJIAN', 'yang zhenjian'],
    ['YANG ZHEN JIAN', 'YANG ZHENJIAN'],
    ["O'NEILL, JEAN-LUC", 'O’Neill Jean Luc'],
    ['MÜLLER HANS', 'Muller, Hans'],
    ['JOHN F· SMITH', 'john f. smith'],
    ['买买提·艾力', '买买提艾力'],
    ['买买提•艾力', '买买提 · 艾力'],
    ['買買提·吐爾遜', '买买提⚫️吐尔逊'],
    ['王\uE863', '王龑'],
    ['王\uE844', '王訢'],
    ['王\uFA18', '王禮'],
    ['王\u{E0100}芳', '王芳'],
  ])('%s and %s', (one, other) => {
    expect(sameName(one, other)).toBe(true);
    expect(sameName(other, one)).toBe(true);
  });
});

describe('A5: different names stay different', () => {
  test.each(
    pairs(
      '伟维 敏明 静敬 丽莉 强墙 磊雷 军君 洋杨 勇永 艳燕 杰洁 涛滔 超朝 霞侠 平萍 刚钢 桂贵 芬芳 玲凌 华花 志智 建健 ' +
        '云芸 晓小 俊峻 喆哲 堃坤 萧肖 阎闫 傅付 戴代 邱丘 裴斐 岳悦 峰锋 未末 己已 土士 日曰 王玉 天夫 大太 人入',
    ),
  )('%s and %s', (one, other) => {
    expect(sameName(`张${one}`, `张${other}`)).toBe(false);
  });

  test.each([
    ['王芳', '王芳芳'],
    ['王桂英', '王英桂'],
    ['YANG ZHENJIAN', 'YANG ZHENJIANG'],
    ['YANG ZHENJIAN', 'ZHENJIAN YANG'],
    ['', '王芳'],
  ])('%s and %s', (one, other) => {
    expect(sameName(one, other)).toBe(false);
    expect(sameName(other, one)).toBe(false);
  });

  test('no two of the 8,105 characters of the state’s list are taken for each other, but these', () => {
    const list = readFileSync(path.resolve(__dirname, '../../../.config/han-sources/standard.txt'), 'utf8');
    const standard = Array.from(list.replace(/\s/g, ''));
    expect(standard).toHaveLength(8105);
    const byForm = new Map<string, string[]>();
    for (const character of standard)
      for (const form of formsOf(character)) byForm.set(form, [...(byForm.get(form) ?? []), character]);
    const joined = [...byForm.values()].filter((all) => all.length > 1).map((all) => all.sort().join(''));
    expect(joined.sort()).toEqual(
      (
        '干乾 克剋 伙夥 札劄 升昇陞 于於 捍扞 征徵 泛氾 秘祕 修脩 搜蒐 苎苧 苔薹 夹袷 溪谿 厘釐 么麽 咤吒 ' +
        '钟锺 曲麹 宁甯'
      )
        .split(' ')
        .map((group) => Array.from(group).sort().join(''))
        .sort(),
    );
  });
});

describe('A6: the simplified form of a name', () => {
  test.each([
    ['王桂蘭', '王桂兰'],
    ['歐陽樂', '欧阳乐'],
    ['鍾國強', '钟国强'],
    ['葉錦華', '叶锦华'],
    ['範偉', '范伟'],
    ['買買提·吐爾遜', '买买提·吐尔逊'],
    ['刘濛', '刘蒙'],
    ['刘崑', '刘昆'],
  ])('of %s is %s', (traditional, simplified) => {
    expect(simplifiedName(traditional)).toBe(simplified);
  });

  test.each(['王桂英', '后羿', '姜文', '范伟', '买买提·吐尔逊', 'ANNA SMITH', '𠮷野', ''])(
    'of %s is the same',
    (name) => {
      expect(simplifiedName(name)).toBe(name);
    },
  );

  test('keeps characters of the state’s list that also are traditional forms', () => {
    for (const name of ['李昇', '张乾', '於德水', '吴陞', '魏徵']) expect(simplifiedName(name)).toBe(name);
    expect(simplifiedName('張乾')).toBe('张乾');
  });

  test('keeps a traditional form whose simplified one no register of the time could write', () => {
    expect(simplifiedName('王鐄')).toBe('王鐄');
    expect(simplifiedName('王磾')).toBe('王磾');
  });
});
