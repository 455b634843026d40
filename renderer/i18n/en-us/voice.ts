/** What she wants and fears, and whether she was asked and told. */
export const voice = {
  'voice.on': 'Said on',
  'voice.wasAsked': 'Was she asked?',
  'voice.asked.yes': 'Yes',
  'voice.asked.no': 'No',
  'voice.asked.notSafe': 'It was not safe to',
  'voice.asked.unknown': 'Not known',
  'voice.wants': 'What she wants',
  'voice.fears': 'What she fears',
  'voice.knowsOfMeeting': 'Does she know of the meeting?',
  'voice.agreed': 'Did she agree?',
  'voice.toldBy': 'Told by whom',
  'voice.toldHow': 'Told how',
  'voice.codeWord': 'Code word',
  'voice.codeWord.hint': 'By which she shows that it is she, or that she cannot speak.',
  'voice.feedback': 'What she said of it afterwards',
}
