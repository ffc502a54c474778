"""What floats over the photo for a while: messages, questions, activity.

Enters: frames that come and go by themselves or by a click.
Leaves: bars for the viewer and the page of a batch.
"""
