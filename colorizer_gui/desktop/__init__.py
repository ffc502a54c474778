"""What the desktop gives and wants: one instance, notifications, colour profile, language, Qt's start.

Enters: what talks to the system or to Qt itself and knows no widget and no photo that is open.
Leaves: small services, for every floor that knows Qt.
"""
