/** Words before the code of a message, as Visual Studio and MSBuild print them. */
const FATAL_ERROR = [
  ...[
    '致命错误',
    '嚴重錯誤',
    '致命的なエラー',
    '致命的エラー',
    '심각한 오류',
    'Schwerwiegender Fehler',
  ],
  ...['erreur irrécupérable', 'error irrecuperable', 'Неустранимая ошибка', 'неустранимая ошибка'],
  ...['Фатальная ошибка', 'erro fatal', 'errore irreversibile', 'błąd krytyczny'],
];
const ERROR = [
  '错误',
  '錯誤',
  'エラー',
  '오류',
  'Fehler',
  'erreur',
  'ошибка',
  'erro',
  'errore',
  'błąd',
];

/** A code of the compiler or the linker: `C2065`, `LNK1104`. */
const CODE = String.raw`(?=[ \u00a0]?(?:C|LNK)\d{4}\b)`;

const FATAL_ERROR_WITH_CODE = new RegExp(`(?:${FATAL_ERROR.join('|')})${CODE}`, 'g');
const ERROR_WITH_CODE = new RegExp(`(?:${ERROR.join('|')})${CODE}`, 'g');

/** Writes the kind before a code in English: `致命错误 C1083:` becomes `fatal error C1083:`. */
export function msvcKindsToEnglish(line: string): string {
  return line.replace(FATAL_ERROR_WITH_CODE, 'fatal error').replace(ERROR_WITH_CODE, 'error');
}
