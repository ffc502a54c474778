"""Windows that open over the window: settings, errors, files, texts.

Enters: dialogs and their pages and forms.
Leaves: dialogs, for the window.
"""
