import { useT } from '../i18n/use-t.ts'
import { focusField } from './form-field.ts'
import notice from './refusal-notice.module.css'
import classes from './error-summary.module.css'

export type FormError = { readonly path: string; readonly label: string; readonly words: string }

type Props = { readonly form: string; readonly errors: readonly FormError[] }

/** What still keeps a form from being saved, each with a link to its field. Shows nothing where nothing is wrong. */
export function ErrorSummary({ form, errors }: Props) {
  const t = useT()
  if (errors.length === 0) return null
  return (
    <div role="alert" className={notice.notice}>
      <span aria-hidden className={notice.mark}>
        !
      </span>
      <div>
        <p>{t('referrals.problems', { count: errors.length })}</p>
        <ul className={classes.list}>
          {errors.map(({ path, label, words }) => (
            <li key={path}>
              <a
                href={`#${form}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(form, path)
                }}
              >
                {label}
              </a>{' '}
              {words}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
