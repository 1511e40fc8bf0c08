import { Button, Group, Modal, Radio, Text } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import type { HeadlessKind } from '../../../shared/bridge'
import { answer } from '../../commands'
import { useWorkspace } from '../../database/workspace'
import { useT } from '../../i18n'
import { problemText } from '../../notify'
import { exportAs } from '../../river/save-exports'
import { useLanguage } from '../../ui-state'
import { useLook } from '../map/look-state'
import { type Chosen, optionsOf } from './choices'
import css from './ExportDialog.module.css'
import { keepPicture, lastPicture, readPicture } from './keep-picture'
import { GROUPS } from './kinds'
import { Options } from './Options'

/** Answers the command that exports: one dialog for every way out. */
export function ExportDialog() {
  const [open, setOpen] = useState(false)
  useEffect(() => void readPicture(), [])
  useEffect(() => answer('export', () => setOpen(useWorkspace.getState().inventory.tools.size > 0)), [])
  return open ? <Dialog onClose={() => setOpen(false)} /> : null
}

function Dialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const look = useLook()
  const [kind, setKind] = useState<HeadlessKind>('map')
  const [chosen, setChosen] = useState<Chosen>({
    language,
    flavour: language,
    pseudonymise: false,
    scope: 'map',
    picture: lastPicture(),
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      keepPicture(chosen.picture)
      const went = await exportAs(kind, optionsOf(chosen, look, useWorkspace.getState().inventory))
      if (went === undefined) onClose()
      else setProblem(problemText(went))
    } catch (error) {
      // A broken promise of ours: said here, so that nobody believes in a file that isn't there.
      setProblem(t('exportDialog:failed'))
      throw error
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('exportDialog:title')}
      size={860}
      yOffset={40}
      // Above the notes in the corner, which would lie on its buttons; what goes wrong is said inside.
      zIndex={410}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      data-testid="export-dialog"
    >
      <form onSubmit={(event) => void submit(event)}>
        <div className={css.columns}>
          <Radio.Group
            value={kind}
            onChange={(next) => setKind(next as HeadlessKind)}
            aria-label={t('exportDialog:what')}
            className={css.kinds}
          >
            {GROUPS.map(({ group, kinds }) => (
              <section key={group} className={css.group} aria-label={t(`exportDialog:group.${group}`)}>
                <h3 className={css.heading}>{t(`exportDialog:group.${group}`)}</h3>
                {kinds.map((each) => (
                  <Radio
                    key={each}
                    value={each}
                    size="sm"
                    className={css.kind}
                    data-autofocus={each === kind || undefined}
                    label={t(`exportDialog:kind.${each}`)}
                    description={t(`exportDialog:about.${each}`)}
                  />
                ))}
              </section>
            ))}
          </Radio.Group>
          <section className={css.options} aria-label={t('exportDialog:options')}>
            <Options kind={kind} chosen={chosen} look={look} onChange={setChosen} />
          </section>
        </div>
        <Group justify="flex-end" mt="md">
          <Text
            size="sm"
            c={problem === undefined ? 'dimmed' : 'red'}
            role={problem === undefined ? 'status' : 'alert'}
            className={css.status}
          >
            {problem ?? (busy ? t('exportDialog:making') : '')}
          </Text>
          <Button variant="default" onClick={onClose}>
            {t('exportDialog:cancel')}
          </Button>
          <Button type="submit" loading={busy} data-testid="export-save">
            {t('exportDialog:save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
