/** Printing the one page of a case, for a reason. */
export const print = {
  'print.open': 'Print',
  'print.title': 'Print the page of {reference}',
  'print.what':
    'Printed are initials, the danger, what is due, the chain and the needs. Addresses, telephone numbers, how the {victim} is reached and what is privileged stay out.',
  'print.reason': 'Why it must be on paper',
  'print.reasonHint': 'Stays in the record as a note. The log says that it was printed, and by whom.',
  'print.warning': 'Use a printer that you trust: office printers and print queues may keep a copy. Destroy the paper after use.',
  'print.print': 'Print',
  'print.mark': 'Confidential, printed {date}',
  'print.why': 'Printed {date}. Reason: {reason}',
  'print.privileged': 'Said in confidence: not printed.',
  'print.newestPrivileged': 'The newest assessment was made in confidence: not printed.',
}
