export const place = {
  'place.title': 'Copies may leave this computer',
  'place.records.synchronised':
    'The records lie in a folder that {service} copies to other computers. The file is encrypted, but those copies are out of your hands, also of what you destroy later; and a file that two computers write at once is damaged.',
  'place.records.network':
    'The records lie on another computer in the network. The file is encrypted, but whoever looks after that computer has copies of it, also of what you destroy later; and a connection that breaks off may damage it.',
  'place.records.attached':
    'The records lie on an attached drive or a network place. The file is encrypted; a drive can be taken away, and a network place is copied by whoever looks after it.',
  'place.records.advice':
    'What to do: take this folder out of what is copied, or close Caseboard and start it with a folder that stays on this computer. Records that are here already come along by a backup.',
  'place.backup.synchronised':
    '{service} copies this folder to other computers. The backup is encrypted, and opens there only with a passphrase or the recovery key; but a copy leaves this computer, and you cannot take it back.',
  'place.backup.network':
    'This folder lies on another computer in the network. The backup is encrypted, and opens there only with a passphrase or the recovery key; but a copy leaves this computer, and you cannot take it back.',
  'clock.behind': 'This computer’s date is {today}, but the records were last worked on {last}.',
  'clock.ahead': 'This computer’s date is {today}; the records were last worked on {last}, {days} days before.',
  'clock.what':
    'Due dates and retention go by the date: set it right and unlock again, or confirm it. Until then nothing is destroyed by schedule.',
  'clock.confirm': 'The date is right',
  'clock.coordinator': 'The coordinator can confirm it.',
} as const
