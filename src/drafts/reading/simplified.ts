/** Traditional characters beside their simplified ones, as far as posts about faults of software are made of them. */
const PAIRS =
  '問问題题現现錯错誤误訊讯資资報报異异為为這这個个應应該该對对會会來来時时間间見见說说還还沒没無无從从後后發发當当開开關关閉闭環环於于與与產产編编譯译鏈链結结構构論论總总決决辦办處处復复' +
  '動动態态載载庫库項项據据標标籤签簽签類类別别節节點点簡简單单雜杂難难檔档統统級级舊旧記记錄录憶忆體体洩泄執执線线緒绪儲储貯贮寫写讀读檢检測测試试驗验證证號号碼码設设預预備备準准註注釋释' +
  '頁页網网閱阅連连參参變变數数組组詞词義义規规則则實实踐践議议範范圍围響响幾几種种條条經经過过適适進进選选擇择隨随將将僅仅較较優优傳传輸输導导損损壞坏顯显訴诉請请謝谢歡欢貼贴評评語语內内' +
  '裡里裏里兩两雙双們们樣样麼么嗎吗麗丽嘗尝確确認认識识繞绕臨临暫暂換换擴扩張张專专屬属獨独權权許许歸归聲声轉转長长約约鐘钟電电腦脑軟软館馆達达穩稳藍蓝紅红觀观診诊斷断細细緣缘啟启鎖锁佔占' +
  '滿满緩缓衝冲區区塊块層层極极壓压縮缩';

const SIMPLE = new Map<string, string>();
for (let at = 0; at + 1 < PAIRS.length; at += 2) SIMPLE.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));

/** Words that are others in Taiwan, once their characters are simplified. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/讯息/g, '信息'],
  [/模组/g, '模块'],
  [/程式/g, '程序'],
  [/执行绪/g, '线程'],
  [/记忆体/g, '内存'],
  [/连结(?=错误|失败|阶段|器)/g, '链接'],
];

const CHINESE = /[\u4e00-\u9fff]/g;

/** A Chinese text in simplified characters, so that one list of words reads both; for finding things, not for showing. */
export function simplified(text: string): string {
  if (text.search(CHINESE) < 0) return text;
  const plain = text.replace(CHINESE, (sign) => SIMPLE.get(sign) ?? sign);
  return WORDS.reduce((rest, [pattern, word]) => rest.replace(pattern, word), plain);
}
