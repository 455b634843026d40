const written = (letters: string, plain: string): readonly (readonly [string, string])[] =>
  [...letters].map((letter, index) => [letter, [...plain][index] ?? letter])

/**
 * Lower-case letters that a reader takes for a Latin one: Cyrillic, Greek, phonetic and small capitals. Known and unknown text are folded alike, so
 * that a Cyrillic name still meets itself, and a Latin one meets its copy with a foreign letter in it.
 */
export const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...written('авеіјкмнорстухѕһԁԛԝӏү', 'abeijkmhopctyxshdqwly'),
  ...written('αβεζηικμνορτυχ', 'abezhikmnoptyx'),
  ...written('ɑɡɩıȷ', 'agiij'),
  ...written('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
])
