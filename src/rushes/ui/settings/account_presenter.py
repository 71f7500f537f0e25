"""Between the section of the account and what is done about a token: never waits, only tells."""

import dataclasses
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from rushes.domain.errors import KeyringUnavailable, ServiceError, TokenRefused
from rushes.engine.tasks import Tasks
from rushes.ui.settings.account_state import AccountActions, AccountState, Trial


class AccountPresenter(QObject):
    """Tries, keeps and forgets tokens, one wish at a time.

    Signals:
        state_changed: the `AccountState` is another one.
        token_changed: another token is in use, or none.
    """

    state_changed = Signal(object)
    token_changed = Signal()

    def __init__(
        self, actions: AccountActions, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._tasks = tasks
        self._is_busy = False
        self._state = AccountState(actions.source, actions.variable)

    @property
    def state(self) -> AccountState:
        """What is known now."""
        return self._state

    def try_and_keep(self, token: str) -> None:
        """Have a token tried, and kept if the service takes it."""
        self._begin(self._try_and_keep(token), "try a token")

    def keep_untried(self, token: str) -> None:
        """Have a token kept that nobody could try."""
        self._begin(self._keep(token, self._state), "keep a token")

    def forget(self) -> None:
        """Have the token used no more."""
        self._begin(self._forget(), "forget the token")

    def look_again(self) -> None:
        """See where the token comes from: it may have changed by another way."""
        if not self._is_busy and self._actions.source is not self._state.source:
            self._show(AccountState())

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        if self._is_busy:
            work.close()
            return
        self._is_busy = True
        self._tasks.spawn(self._alone(work), name)

    async def _alone(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        finally:
            self._is_busy = False

    async def _try_and_keep(self, token: str) -> None:
        self._show(AccountState(trial=Trial.TRYING))
        state = AccountState(trial=Trial.WORKS)
        try:
            state = dataclasses.replace(state, balance=await self._actions.try_token(token))
        except TokenRefused as error:
            self._show(AccountState(trial=Trial.REFUSED, trial_error=error))
            return
        except ServiceError as error:
            self._show(AccountState(trial=Trial.NOT_KNOWN, trial_error=error))
            return
        except BaseException:
            self._show(AccountState())
            raise
        await self._keep(token, state)

    async def _keep(self, token: str, state: AccountState) -> None:
        state = state if state.trial is Trial.WORKS else AccountState()
        self._show(dataclasses.replace(state, is_keeping=True))
        try:
            await self._actions.keep(token)
        except KeyringUnavailable as error:
            state = dataclasses.replace(state, keyring_error=error)
        finally:
            self._show(state)
            self.token_changed.emit()

    async def _forget(self) -> None:
        state = AccountState()
        self._show(dataclasses.replace(state, is_keeping=True))
        try:
            await self._actions.forget()
        except KeyringUnavailable as error:
            state = dataclasses.replace(state, keyring_error=error)
        finally:
            self._show(state)
            self.token_changed.emit()

    def _show(self, state: AccountState) -> None:
        self._state = dataclasses.replace(
            state, source=self._actions.source, variable=self._actions.variable
        )
        self.state_changed.emit(self._state)
