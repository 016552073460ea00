import { customPinyin, pinyin } from 'pinyin-pro';
import { matchKeyOf } from '../../src/core/formulations/matchKey.ts';

/** Words that pinyin-pro 3.29 reads wrong, found by reading through the readings of all bundled formulations. */
export const corrections: Readonly<Record<string, string>> = {
  率先: 'shuài xiān',
  率领: 'shuài lǐng',
  表率: 'biǎo shuài',
  重塑: 'chóng sù',
  重构: 'chóng gòu',
  重整: 'chóng zhěng',
  得民心: 'dé mín xīn',
  理事长: 'lǐ shì zhǎng',
  秘书长: 'mì shū zhǎng',
  三长制: 'sān zhǎng zhì',
  社会长期: 'shè huì cháng qī',
  治藏方略: 'zhì zàng fāng lüè',
  基调: 'jī diào',
  坚劲: 'jiān jìng',
  紧密地: 'jǐn mì de',
  广泛地: 'guǎng fàn de',
  自觉履行: 'zì jué lǚ xíng',
  两重: 'liǎng zhòng',
};

let corrected = false;

/**
 * One toneless syllable for each code unit of the text's match key; what is no Han character stands for itself. ü is
 * written v (lv), except after which an e follows (lue), as input methods take it.
 */
export function syllablesOf(text: string): string[] {
  if (!corrected) {
    customPinyin({ ...corrections });
    corrected = true;
  }
  const { key, at } = matchKeyOf(text);
  // The whole text is read, quotes and all, because what stands around a character decides its reading.
  const read = pinyin(text, { type: 'all', toneType: 'none', v: true });
  const byOffset = new Map<number, string>();
  let offset = 0;
  for (const { origin, pinyin: syllable } of read) {
    byOffset.set(offset, syllable);
    offset += origin.length;
  }
  return at.map((place, index) => (byOffset.get(place) || key.charAt(index)).replace(/^([ln])ve/u, '$1ue'));
}
