import type { ActionEvent } from '#domain/action.ts'
import type { Format } from './format.ts'
import type { Translate } from './translate.ts'

/** What happened to an action, without the reason. */
export function actionEventWords(change: ActionEvent['change'], t: Translate, list: Format['list']): string {
  switch (change.kind) {
    case 'created':
      return t('actions.history.created', { status: t(`actionStatus.${change.status}`) })
    case 'status':
      return [
        t('actions.history.status', { from: t(`actionStatus.${change.from}`), to: t(`actionStatus.${change.to}`) }),
        ...(change.wentAhead === true ? [t('actions.history.wentAhead')] : []),
      ].join(', ')
    case 'edited':
      return t('actions.history.edited', { fields: list(change.fields.map((field) => t(`actions.field.${field}`))) })
    case 'signedOff':
      return t('actions.history.signedOff', { by: change.by })
    case 'signOffVoid':
      return t('actions.history.signOffVoid')
    case 'comment':
      return t('actions.history.comment')
  }
}
