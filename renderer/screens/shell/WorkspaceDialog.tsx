import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { WorkspaceError } from '../../../shared/bridge'
import { freeName, nameProblem, WORKSPACE_NAME_LIMIT } from '../../../shared/inventory/workspace'
import { useT } from '../../i18n'
import {
  createWorkspace,
  duplicateWorkspace,
  renameWorkspace,
  useOpenWorkspace,
  useWorkspaces,
} from '../../river/workspaces'

export type Naming = 'new' | 'rename' | 'duplicate'

const ACT = { new: createWorkspace, rename: renameWorkspace, duplicate: duplicateWorkspace }

/** Asks for the one thing a workspace needs, its name, and says in words why a name won't do. */
export function WorkspaceDialog({ naming, onClose }: { readonly naming: Naming; readonly onClose: () => void }) {
  const t = useT()
  const open = useOpenWorkspace()
  const others = useWorkspaces((state) => state.workspaces)
    .filter(({ id }) => naming !== 'rename' || id !== open?.id)
    .map(({ name }) => name)
  const present = open?.name ?? ''
  const [name, setName] = useState(
    naming === 'rename'
      ? present
      : naming === 'duplicate'
        ? freeName(t('workspaces:copyOf', { name: present }), others)
        : '',
  )
  const [problem, setProblem] = useState<WorkspaceError['code']>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = nameProblem(name, others)
    if (wrong !== undefined) return setProblem(wrong)
    setBusy(true)
    const done = await ACT[naming](name)
    setBusy(false)
    if (done.ok) onClose()
    else setProblem(done.error.code)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`workspaces:title.${naming}`)}
      yOffset={80}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          data-autofocus
          label={t('workspaces:name')}
          placeholder={naming === 'new' ? t('workspaces:nameHint') : undefined}
          value={name}
          error={problem && t(`workspaces:problem.${problem}`, { limit: WORKSPACE_NAME_LIMIT })}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblem(undefined)
          }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Text size="sm" c="dimmed" mt="sm">
          {t(`workspaces:about.${naming}`, { name: present })}
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('workspaces:cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t(`workspaces:confirm.${naming}`)}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
