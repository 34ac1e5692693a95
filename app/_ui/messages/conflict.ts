import { type Shape, texts } from '../i18n/texts'

const en = {
  title: 'Somebody changed it since you read it.',
  apart: 'You changed other fields: yours can be saved beside theirs.',
  choose: 'Choose for each field which value is to stand.',
  theirs: 'Stored now:',
  mine: 'Yours:',
  nothing: 'nothing',
  save: 'Save what is chosen',
  leave: 'Go on editing',
}

const zh: Shape<typeof en> = {
  title: '在您读取之后，有人更改了它。',
  apart: '您改的是其他字段：可与对方的更改一并保存。',
  choose: '请为每个字段选择保留哪个值。',
  theirs: '当前存储：',
  mine: '您的：',
  nothing: '无',
  save: '保存所选',
  leave: '继续编辑',
}

/** Texts for two editors of one thing. */
export const conflictTexts = texts(en, zh)
