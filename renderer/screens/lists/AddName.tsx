import { useState } from 'react'
import { useT } from '../../i18n'
import { CommitInput } from '../../widgets/CommitInput'

interface Props {
  readonly list: 'departments' | 'functions' | 'dataObjects'
  /** Makes it; gives back its id, or nothing when the name is taken. */
  readonly add: (name: string) => string | undefined
  readonly done: (id?: string) => void
}

/** The field in which something new is named. Nothing is written before it has a name. */
export function AddName({ list, add, done }: Props) {
  const t = useT()
  const [id, setId] = useState<string>()
  return (
    <>
      <CommitInput
        label={t(`lists:newName.${list}`)}
        placeholder={t(`lists:newName.${list}`)}
        value=""
        autoFocus
        save={(text) => {
          if (text.trim() === '') return undefined
          const made = add(text)
          if (made === undefined) return t('lists:exists')
          setId(made)
          done(made)
          return undefined
        }}
        onLeave={() => done(id)}
      />
      <small>{t('lists:newHint')}</small>
    </>
  )
}
