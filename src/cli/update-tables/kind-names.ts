import type { ApiChange } from './api-changes.ts';
import type { TranslatedText } from './lookup-table.ts';

/** Kinds of names as tables show them. */
export const KIND_NAMES: Readonly<Record<ApiChange['kind'], TranslatedText>> = {
  function: { en: 'function', zh: '函数' },
  macro: { en: 'macro', zh: '宏' },
  constant: { en: 'constant', zh: '常量' },
  member: { en: 'struct member', zh: '结构体成员' },
  type: { en: 'type', zh: '类型' },
  struct: { en: 'struct', zh: '结构体' },
  variable: { en: 'variable', zh: '变量' },
  header: { en: 'header', zh: '头文件' },
};
