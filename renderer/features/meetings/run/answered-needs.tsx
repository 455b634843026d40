import type { ActionRow } from '#domain/action.ts'
import type { ListingDetail } from '#domain/meeting.ts'
import { answeredBy } from '#domain/record/answered-needs.ts'
import { type NeedDomain, needDomains } from '#domain/record/need.ts'
import { Menu, UnstyledButton } from '@mantine/core'
import { useApiCommand } from '../../../api.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { RefusalNotice } from '../../../ui/refusal-notice.tsx'
import classes from './run.module.css'

type Props = { readonly action: ActionRow; readonly needs: ListingDetail['needs'] }

/** Which needs of hers an agreed action answers; the menu stands open for several. */
export function AnsweredNeeds({ action, needs }: Props) {
  const t = useT()
  const format = useFormat()
  const change = useApiCommand('actions.change')
  const answered = answeredBy(action.id, needs)
  const words = format.list(answered.map((need) => t(`needDomain.${need}`)))

  function toggle(need: NeedDomain): void {
    const { id, version, agencyId, description, dueOn, isSafetyAction } = action
    const next = answered.includes(need) ? answered.filter((each) => each !== need) : [...answered, need]
    change.mutate({ id, version, agencyId, description, dueOn, isSafetyAction, needs: next })
  }

  return (
    <>
      <Menu position="left-start" withinPortal closeOnItemClick={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <UnstyledButton
            className={classes.answers}
            aria-label={t(answered.length === 0 ? 'run.action.setNoNeeds' : 'run.action.setNeeds', {
              reference: action.reference,
              needs: words,
            })}
          >
            {answered.length === 0 ? t('run.action.noNeed') : t('run.action.needs', { needs: words })} <span aria-hidden>▾</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {needDomains.map((need) => (
            <Menu.CheckboxItem key={need} checked={answered.includes(need)} onChange={() => toggle(need)}>
              {t(`needDomain.${need}`)}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <RefusalNotice error={change.error} />
    </>
  )
}
