import { useMemo } from 'react'
import { addDepartment, canLieBelow, removeDepartments, setDepartment } from '../../../shared/inventory/edit-department'
import type { DepartmentId } from '../../../shared/inventory/nouns'
import { useInventory } from '../../database/workspace'
import { useT } from '../../i18n'
import { useLanguage } from '../../ui-state'
import { useFormats } from '../../use-formats'
import { CommitInput } from '../../widgets/CommitInput'
import { PickInput } from '../../widgets/PickInput'
import { useDepartmentOptions } from '../detail/OwnerInput'
import { write } from '../detail/writes'
import { readUsers, usersText } from '../inventory/read-typed'
import { AddName } from './AddName'
import type { ListColumn } from './arrange'
import { type DepartmentRow, departmentRows } from './department-rows'
import { List } from './List'
import { sayUndoable } from './say-undoable'
import { tieWords } from './tie-words'

/** All departments as a tree, with what they own and what it costs. */
export function Departments() {
  const t = useT()
  const formats = useFormats()
  const inventory = useInventory()
  const rows = useMemo(() => departmentRows(inventory, formats.compare), [inventory, formats])
  const columns = useMemo<readonly ListColumn<DepartmentRow>[]>(() => {
    const count = (value: number) => (value === 0 ? '' : formats.number(value))
    return [
      { id: 'name', label: t('lists:column.name'), size: 200, grow: 3, editable: true, text: ({ name }) => name },
      { id: 'parent', label: t('lists:column.parent'), size: 130, grow: 2, editable: true, text: (row) => row.parent },
      {
        id: 'headcount',
        label: t('lists:column.headcount'),
        size: 120,
        grow: 0.5,
        end: true,
        editable: true,
        text: ({ department }) => (department.headcount === undefined ? '' : formats.number(department.headcount)),
        key: ({ department }) => department.headcount,
      },
      {
        id: 'tools',
        label: t('lists:column.tools'),
        size: 72,
        grow: 0.4,
        end: true,
        text: (row) => count(row.tools),
        key: (row) => row.tools,
      },
      {
        id: 'uses',
        label: t('lists:column.usedBy'),
        size: 124,
        grow: 0.4,
        end: true,
        text: (row) => count(row.uses),
        key: (row) => row.uses,
      },
      {
        id: 'cost',
        label: t('lists:column.cost'),
        size: 130,
        grow: 0.8,
        end: true,
        text: ({ cost }) => [...cost].map(([currency, minor]) => formats.money({ minor, currency })).join(' + '),
        key: ({ cost }) => (cost.size === 0 ? undefined : Math.max(...cost.values())),
      },
    ]
  }, [t, formats])

  const ties = (id: DepartmentId, area: 'on' | 'tie') => tieWords(t, inventory, id, area)
  return (
    <List
      list="departments"
      rows={rows}
      columns={columns}
      editor={(column, row, done) => <DepartmentEditor column={column} row={row} done={done} />}
      hangs={({ department }) => {
        const what = ties(department.id, 'on')
        return what === '' ? t('lists:nothingHangs') : t('lists:hangs', { what })
      }}
      onDelete={({ department: { id, name } }, focus) => {
        const what = ties(id, 'tie')
        const change = write('deleteDepartment', { name }, (now) => removeDepartments(now, [id]))
        if (change === undefined) return
        sayUndoable([t('lists:deleted', { name }), what].join(' '), change.sequence, focus)
      }}
      adding={(done) => (
        <AddName
          list="departments"
          done={done}
          add={(name) => {
            let id: string | undefined
            const change = write('addDepartment', { name: name.trim() }, (now, ids) => {
              const added = addDepartment(now, name, undefined, ids)
              id = added.id
              return added.rows
            })
            return change === undefined ? undefined : id
          }}
        />
      )}
    />
  )
}

interface EditorProps {
  readonly column: string
  readonly row: DepartmentRow
  readonly done: () => void
}

function DepartmentEditor({ column, row: { department }, done }: EditorProps) {
  const t = useT()
  const language = useLanguage()
  const inventory = useInventory()
  const { id, name } = department
  const options = useDepartmentOptions().filter(({ key }) => canLieBelow(inventory, id, key as DepartmentId))
  const set = (field: 'name' | 'parent' | 'headcount', value: unknown) =>
    void write('setDepartment', { field, name }, (now) => setDepartment(now, id, { [field]: value }))
  const label = (words: string) => t('lists:editor', { column: words, name })
  if (column === 'parent') {
    return (
      <PickInput
        label={label(t('lists:column.parent'))}
        value={department.parent === undefined ? '' : (inventory.departments.get(department.parent)?.name ?? '')}
        options={options}
        noneWords={t('lists:top')}
        autoFocus
        onPick={(key) => {
          set('parent', key)
          done()
        }}
        onNone={() => {
          set('parent', undefined)
          done()
        }}
        onEnter={done}
        onLeave={done}
      />
    )
  }
  const isName = column === 'name'
  return (
    <CommitInput
      label={label(t(isName ? 'lists:column.name' : 'lists:column.headcount'))}
      value={isName ? name : usersText(department.headcount, language)}
      autoFocus
      save={(text) => {
        if (isName && text.trim() === '') return t('detail:bad.name')
        if (isName) return set('name', text)
        const read = readUsers(text, language)
        if (text.trim() !== '' && read.is !== 'value' && read.is !== 'unknown') return t('detail:bad.number', { text })
        return set('headcount', text.trim() !== '' && read.is === 'value' ? read.value : undefined)
      }}
      onEnter={done}
      onLeave={done}
    />
  )
}
