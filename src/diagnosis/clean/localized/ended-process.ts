/** How PyCharm in Chinese reports the end of a process. Releases differ in the comma and in the last character. */
const ENDED_IN_CHINESE = /进程已结束[,，]\s?退出代码为?\s?(?=-?\d)/;

/** Returns the line with PyCharm's report of an exit code in English; other lines as they are. */
export function endedProcessToEnglish(line: string): string {
  return line.replace(ENDED_IN_CHINESE, 'Process finished with exit code ');
}
